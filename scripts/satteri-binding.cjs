// Stands in the built command line where satteri looks for its binary. Its own way there opens thirty files and asks the
// system for its C library; the usual place is tried first, and its own way taken where nothing loads from there.
const { createRequire } = require('node:module');

const libraries = { linux: '-gnu', win32: '-msvc' };
const usual = `@bruits/satteri-${process.platform}-${process.arch}${libraries[process.platform] ?? ''}`;
const { NAPI_RS_NATIVE_LIBRARY_PATH, NAPI_RS_FORCE_WASI } = process.env;

// Package managers differ in whether the binary can be found from anywhere but satteri's folder.
const fromSatteri = createRequire(createRequire(__filename).resolve('satteri'));

function loadUsual() {
  if (NAPI_RS_NATIVE_LIBRARY_PATH || NAPI_RS_FORCE_WASI) return null;
  try {
    return fromSatteri(usual);
  } catch {
    return null;
  }
}

module.exports = loadUsual() ?? fromSatteri('../index.js');

/**
 * The script of the report: filters, and notes that open from their marks. Without it everything can be read: the browser
 * itself opens and closes what is folded. It makes elements of text, never of markup.
 */
export const script = `
(() => {
  'use strict';
  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const form = byId('filter');
  const clean = byId('clean');

  const notes = new Map();
  const posts = all('article').map((article) => {
    const own = all('.note', article).map((element) => {
      const severity = element.classList.contains('error') ? 'error' : 'warn';
      const note = { element, severity, rule: element.dataset.rule };
      notes.set(element.id, note);
      return note;
    });
    const name = article.querySelector('.name').textContent.toLowerCase();
    return { article, details: article.querySelector('.post'), name, notes: own, marks: null };
  });
  const cleanPosts = clean ? all('.clean > li', clean).map((item) => ({ item, name: item.querySelector('.name').textContent.toLowerCase() })) : [];
  const idsOf = (mark) => mark.dataset.f.split(' ').map((number) => 'f' + number);

  function choice() {
    const data = new FormData(form);
    return { severity: data.get('severity') || '', rule: data.get('rule'), text: data.get('text').trim() };
  }

  function filter() {
    const { severity, rule, text } = choice();
    const words = text.toLowerCase();
    let findings = 0;
    let shownPosts = 0;
    for (const post of posts) {
      const shown = filterPost(post, severity, rule, words);
      findings += shown;
      if (shown > 0) shownPosts++;
    }
    if (clean) {
      clean.hidden = severity !== '' || rule !== '';
      for (const { item, name } of cleanPosts) item.hidden = !name.includes(words);
    }
    const count = (number, thing) => number.toLocaleString('en-US') + ' ' + thing + (number === 1 ? '' : 's');
    byId('shown').textContent = findings === 0 ? 'No finding fits.' : count(findings, 'finding') + ' in ' + count(shownPosts, 'post');
    remember({ severity, rule, text });
  }

  function filterPost(post, severity, rule, words) {
    const isNamed = post.name.includes(words);
    let shown = 0;
    let isChanged = false;
    for (const note of post.notes) {
      const fits = isNamed && (severity === '' || note.severity === severity) && (rule === '' || note.rule === rule);
      if (fits) shown++;
      if (note.element.hidden !== !fits) {
        note.element.hidden = !fits;
        isChanged = true;
      }
    }
    post.article.hidden = shown === 0;
    if (isChanged && shown > 0) {
      post.marks ??= all('.m', post.article);
      for (const mark of post.marks) mark.classList.toggle('off', idsOf(mark).every((id) => notes.get(id).element.hidden));
    }
    return shown;
  }

  function remember(chosen) {
    const kept = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value !== ''));
    const hash = kept.size === 0 ? '' : '#' + kept;
    if (location.hash.includes('=') || hash !== '') history.replaceState(null, '', hash || location.pathname + location.search);
  }

  function follow() {
    const hash = location.hash.slice(1);
    if (form && hash.includes('=')) return restore(new URLSearchParams(hash));
    const target = decoded(hash);
    if (notes.has(target)) open([target]);
    else byId(target)?.querySelector?.('.post')?.setAttribute('open', '');
  }

  /* A reader may have written anything behind the sign. */
  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  function restore(kept) {
    for (const radio of form.elements.severity) radio.checked = radio.value === (kept.get('severity') ?? '');
    form.elements.rule.value = kept.get('rule') ?? '';
    if (form.elements.rule.selectedIndex < 0) form.elements.rule.value = '';
    form.elements.text.value = kept.get('text') ?? '';
  }

  function open(ids) {
    const shown = ids.map((id) => notes.get(id)?.element).filter((note) => note && !note.hidden);
    for (const note of shown) {
      note.closest('.post').open = true;
      explain(note);
      note.open = true;
    }
    const first = shown[0]?.querySelector('summary');
    first?.focus({ preventScroll: true });
    first?.scrollIntoView({ block: 'nearest' });
  }

  function close(note) {
    note.open = false;
    const number = note.id.slice(1);
    note.closest('.post').querySelector('a.m[data-f~="' + number + '"]')?.focus();
  }

  function explain(note) {
    const link = note.querySelector('.why > a');
    const why = link && byId(link.hash.slice(1));
    if (why) link.parentElement.replaceWith(...[...why.cloneNode(true).childNodes].map(asWhy));
  }

  function asWhy(element) {
    element.className = 'why';
    return element;
  }

  function number(folded) {
    const lines = folded.textContent.split('\\n');
    if (lines.at(-1) === '') lines.pop();
    const parts = document.createDocumentFragment();
    lines.forEach((line, index) => {
      const element = document.createElement('div');
      element.className = 'l';
      element.dataset.n = Number(folded.dataset.n) + index;
      element.textContent = line + '\\n';
      parts.append(element);
    });
    folded.replaceWith(parts);
  }

  document.addEventListener('toggle', ({ target }) => {
    if (!target.open) return;
    if (target.matches('.note')) explain(target);
    const folded = target.matches('.fold') && target.querySelector('.t');
    if (folded) number(folded);
  }, true);

  document.addEventListener('click', (event) => {
    const mark = event.target.closest('.m');
    const link = event.target.closest('a[href^="#post-"]');
    if (mark && !mark.classList.contains('off')) {
      event.preventDefault();
      open(idsOf(mark));
    } else if (link) byId(link.hash.slice(1)).querySelector('.post').open = true;
  });

  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    const focused = document.activeElement;
    const inside = focused.closest('.note');
    const opened = inside ? [inside] : focused.matches('a.m') ? idsOf(focused).map((id) => notes.get(id).element) : [];
    for (const note of opened) if (note.open) close(note);
  });

  let opened = [];
  addEventListener('beforeprint', () => {
    opened = all('.post[open] .note:not([open])');
    for (const note of opened) {
      explain(note);
      note.open = true;
    }
  });
  addEventListener('afterprint', () => {
    for (const note of opened) note.open = false;
  });
  addEventListener('hashchange', () => {
    follow();
    if (form && location.hash.includes('=')) filter();
  });

  if (form) {
    form.hidden = false;
    form.addEventListener('input', filter);
    form.addEventListener('submit', (event) => event.preventDefault());
    // The fields are reset after the event.
    form.addEventListener('reset', () => setTimeout(filter));
    byId('open-all').addEventListener('click', () => setAll(true));
    byId('close-all').addEventListener('click', () => setAll(false));
  }
  function setAll(isOpen) {
    for (const { article, details } of posts) if (!article.hidden) details.open = isOpen;
  }
  follow();
  if (form) filter();
})();
`;

/** Names of months in other languages that are close to those of a language we read, and no misspelling there. */
export const foreignMonths: readonly string[] = [
  ...['january', 'februar', 'february', 'januar', 'januari', 'februari', 'februarie', 'fevrier', 'février'],
  ...[
    'march',
    'marts',
    'mars',
    'marzo',
    'avril',
    'abril',
    'aprile',
    'aprili',
    'aprilie',
    'augusti',
    'agosto',
  ],
  ...['august', 'augustus', 'septembre', 'september', 'setembro', 'settembre', 'septiembre', 'septembrie'],
  ...['octobre', 'oktober', 'october', 'octubre', 'ottobre', 'outubro', 'octombrie', 'oktobar', 'oktobra'],
  ...['novembre', 'november', 'novembro', 'noviembre', 'noiembrie', 'decembre', 'décembre', 'december'],
  ...['dezember', 'dezembro', 'dicembre', 'diciembre', 'decembrie', 'desember', 'joulukuu'],
];

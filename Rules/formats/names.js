// Sorting and filtering of the page of names. Copied into the page.
'use strict';
const body = document.querySelector('tbody');
const rows = [...body.rows];
const heads = [...document.querySelectorAll('th')];
const find = document.getElementById('find'), kind = document.getElementById('class');
const count = document.getElementById('count'), sure = document.getElementById('confidence');
const column = name => heads.findIndex(h => h.textContent === name);
// What is looked for may be typed without diacritics, signs of ayn and hamza, vowels, and with any spelling of hamza, ى and ة: each
// text is compared twice, with the bare seats of its hamzas and without them (فؤاد is فواد; رءوف is رؤوف).
const signs = /[ʿʻʾʼʹʽˈ‘’‛'`]/g;
const bare = text => text.toLowerCase().replace(signs, '').normalize('NFD')
  .replace(/[\u0300-\u036f\u0640\u064b-\u065f\u0670]/g, '').replace(/ٱ/g, 'ا').replace(/ى/g, 'ي').replace(/ة/g, 'ه');
const forms = text => [bare(text), bare(text.normalize('NFC').replace(/[ؤئء]/g, ''))];
const texts = new Map(rows.map(row => [row, forms([...row.cells].map(cell => cell.textContent).join('\n'))]));
function filter() {
  const wanted = forms(find.value.trim());
  let shown = 0;
  for (const row of rows) {
    const cell = name => row.cells[column(name)].textContent;
    row.hidden = !(texts.get(row).some((text, form) => text.includes(wanted[form])) && (!kind.value || cell('class') === kind.value)
      && Number(cell('count')) >= Number(count.value) && Number(cell('confidence')) >= Number(sure.value));
    if (!row.hidden) shown++;
  }
  document.getElementById('shown').textContent = shown + ' of ' + rows.length;
}
for (const control of [find, kind, count, sure]) control.addEventListener('input', filter);
// Signs of ayn and hamza and an article at the head count for nothing, as in --sort romanised.
const filed = text => text.replace(signs, '').normalize('NFD').replace(/[\u0300-\u036f]/g, '')
  .replace(/^(?:[aeiu]l|a[dst]h?|an|ar|az)[- ]/i, '');
heads.forEach((head, index) => head.querySelector('button').addEventListener('click', () => {
  const numeric = ['count', 'confidence'].includes(head.textContent);
  // Numbers begin with the greatest.
  const first = numeric ? 'descending' : 'ascending', up = head.getAttribute('aria-sort') !== first;
  for (const other of heads) other.setAttribute('aria-sort', 'none');
  head.setAttribute('aria-sort', up ? first : numeric ? 'ascending' : 'descending');
  const compare = numeric ? (a, b) => b - a : new Intl.Collator(index === 0 ? 'ar' : 'en').compare;
  const key = row => numeric ? Number(row.cells[index].textContent) : index === 0 ? row.cells[0].textContent : filed(row.cells[index].textContent);
  rows.sort((a, b) => (up ? 1 : -1) * compare(key(a), key(b)));
  body.append(...rows);
}));
filter();

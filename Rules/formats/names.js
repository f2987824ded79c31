// Sorting and filtering of the page of names. Copied into the page.
'use strict';
const body = document.querySelector('tbody');
const rows = [...body.rows];
const heads = [...document.querySelectorAll('th')];
const find = document.getElementById('find'), kind = document.getElementById('class');
const count = document.getElementById('count'), sure = document.getElementById('confidence');
const column = name => heads.findIndex(h => h.textContent === name);
function filter() {
  const wanted = find.value.trim().toLowerCase();
  let shown = 0;
  for (const row of rows) {
    const cell = name => row.cells[column(name)].textContent;
    row.hidden = !((!wanted || row.textContent.toLowerCase().includes(wanted)) && (!kind.value || cell('class') === kind.value)
      && Number(cell('count')) >= Number(count.value) && Number(cell('confidence')) >= Number(sure.value));
    if (!row.hidden) shown++;
  }
  document.getElementById('shown').textContent = shown + ' of ' + rows.length;
}
for (const control of [find, kind, count, sure]) control.addEventListener('input', filter);
// Signs of ayn and hamza and an article at the head count for nothing, as in --sort romanised.
const filed = text => text.replace(/[ʿʻʾʼʹʽˈ‘’‛'`]/g, '').normalize('NFD').replace(/[\u0300-\u036f]/g, '')
  .replace(/^(?:[aeiu]l|a[dst]h?|an|ar|az)[- ]/i, '');
heads.forEach((head, index) => head.addEventListener('click', () => {
  const up = head.dataset.up !== 'yes'; head.dataset.up = up ? 'yes' : 'no';
  const numeric = ['count', 'confidence'].includes(head.textContent);
  const compare = numeric ? (a, b) => b - a : new Intl.Collator(index === 0 ? 'ar' : 'en').compare;
  const key = row => numeric ? Number(row.cells[index].textContent) : index === 0 ? row.cells[0].textContent : filed(row.cells[index].textContent);
  rows.sort((a, b) => (up ? 1 : -1) * compare(key(a), key(b)));
  body.append(...rows);
}));
filter();

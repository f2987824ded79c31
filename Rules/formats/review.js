// Behaviour of the review page: cards on hover and focus, filters, the list of names. Copied into every page.
'use strict';
const names = JSON.parse(document.getElementById('names').textContent);
const card = document.getElementById('card');
const text = (tag, content) => { const e = document.createElement(tag); e.textContent = content; return e; };
function show(mark) {
  const n = names[mark.dataset.n];
  card.replaceChildren(text('b', n.forms[0] ? n.forms[0][1] : n.name));
  const list = document.createElement('dl');
  const row = (a, b) => list.append(text('dt', a), text('dd', b));
  row('name', n.name); row('class', n.class);
  for (const [scheme, form, origin, confidence] of n.forms)
    row(scheme, form + ' · ' + origin + ' ' + Math.round(confidence / 10) + ' %');
  row('found by', n.origin + ' (' + n.rule + ') ' + Math.round(n.confidence / 10) + ' %');
  row('mentions', String(n.count));
  card.append(list);
  card.style.display = 'block';
  const box = mark.getBoundingClientRect();
  const left = Math.max(8, Math.min(box.left, innerWidth - card.offsetWidth - 8));
  card.style.left = (left + scrollX) + 'px';
  card.style.top = (box.bottom + scrollY + 6) + 'px';
}
const hide = () => { card.style.display = 'none'; };
for (const mark of document.querySelectorAll('.n')) {
  mark.addEventListener('mouseenter', () => show(mark));
  mark.addEventListener('mouseleave', hide);
  mark.addEventListener('focus', () => show(mark));
  mark.addEventListener('blur', hide);
}
addEventListener('keydown', e => { if (e.key === 'Escape') hide(); });
for (const box of document.querySelectorAll('header input[data-off]'))
  box.addEventListener('change', () => document.body.classList.toggle(box.dataset.off, !box.checked));
const search = document.getElementById('search');
search.addEventListener('input', () => {
  const wanted = search.value.trim().toLowerCase();
  for (const row of document.querySelectorAll('aside tbody tr'))
    row.hidden = wanted !== '' && !row.textContent.toLowerCase().includes(wanted);
});
const body = document.querySelector('aside tbody');
let lit = null, at = -1;
names.forEach((n, index) => {
  const row = document.createElement('tr');
  row.className = n.class; row.tabIndex = 0;
  const name = text('td', n.name); name.className = 'name';
  const count = text('td', String(n.count)); count.className = 'count';
  row.append(text('td', n.forms[0] ? n.forms[0][1] : ''), name, count);
  const go = () => {
    const marks = [...document.querySelectorAll('.n[data-n="' + index + '"]')];
    document.querySelectorAll('.n.lit').forEach(m => m.classList.remove('lit'));
    marks.forEach(m => m.classList.add('lit'));
    at = lit === index ? (at + 1) % marks.length : 0; lit = index;
    marks[at].scrollIntoView({ block: 'center', behavior: 'smooth' });
  };
  row.addEventListener('click', go);
  row.addEventListener('keydown', e => { if (e.key === 'Enter') go(); });
  body.append(row);
});
document.querySelectorAll('aside th').forEach((head, column) => head.addEventListener('click', () => {
  const up = head.dataset.up !== 'yes'; head.dataset.up = up ? 'yes' : 'no';
  const key = row => column === 2 ? Number(row.cells[2].textContent) : row.cells[column].textContent;
  const compare = column === 2 ? (a, b) => b - a : new Intl.Collator(column === 1 ? 'ar' : 'en').compare;
  body.append(...[...body.rows].sort((a, b) => (up ? 1 : -1) * compare(key(a), key(b))));
}));

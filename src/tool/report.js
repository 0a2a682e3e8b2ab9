// Shows a field and its bytes together. Without it the links from bytes to fields still work.
'use strict';
const inside = (id) => [...document.querySelectorAll('[data-field]')].filter(
  (run) => run.dataset.field === id || run.dataset.field.startsWith(id + '.'));
function mark(target, on) {
  const run = target.closest('[data-field]');
  const field = run ? document.getElementById(run.dataset.field) : target.closest('.field');
  if (!field) return;
  field.classList.toggle('on', on);
  for (const bytes of inside(field.id)) bytes.classList.toggle('on', on);
}
for (const [start, end] of [['mouseover', 'mouseout'], ['focusin', 'focusout']]) {
  document.addEventListener(start, (event) => mark(event.target, true));
  document.addEventListener(end, (event) => mark(event.target, false));
}

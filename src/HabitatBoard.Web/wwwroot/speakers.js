// The line for speakers: what is typed is matched with names in every language, Enter takes it and the line is free for
// the next one while the last is being stored. Without this file the same form posts and comes back.
const line = document.getElementById('who');
const give = document.getElementById('give');
const known = [...document.getElementById('known').options].map(option => ({
  name: option.value, note: option.textContent, fits: option.dataset.fits.split('|'),
}));
const fold = text => text.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase().trim();

const list = document.createElement('ul');
list.id = 'fitting';
list.role = 'listbox';
list.hidden = true;
line.after(list);
line.removeAttribute('list');
for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id, 'aria-expanded': 'false' })) line.setAttribute(name, value);

let fitting = [], at = -1, queue = Promise.resolve();
// Names that were taken and are not stored yet.
let unsaid = [];

function close() {
  list.hidden = true;
  at = -1;
  line.setAttribute('aria-expanded', 'false');
  line.removeAttribute('aria-activedescendant');
}

function suggest() {
  const typed = fold(line.value);
  const first = typed && known.filter(k => k.fits.some(f => f.startsWith(typed)));
  fitting = !typed ? [] : [...first, ...known.filter(k => !first.includes(k) && k.fits.some(f => f.includes(' ' + typed)))].slice(0, 8);
  list.replaceChildren(...fitting.map((k, i) => {
    const option = document.createElement('li');
    option.id = `fit-${i}`;
    option.role = 'option';
    option.dir = 'auto';
    const note = document.createElement('small');
    note.textContent = ' ' + k.note;
    option.append(k.name, note);
    option.onclick = () => take(k.name);
    return option;
  }));
  list.hidden = fitting.length === 0;
  line.setAttribute('aria-expanded', String(fitting.length > 0));
  mark(fitting.length > 0 ? 0 : -1);
}

function mark(index) {
  list.children[at]?.removeAttribute('aria-selected');
  at = index;
  const option = list.children[at];
  option?.setAttribute('aria-selected', 'true');
  if (option) line.setAttribute('aria-activedescendant', option.id);
  else line.removeAttribute('aria-activedescendant');
}

// Several turns in a row: each is stored in its turn, and the list shows what is stored.
function post(form, data) {
  queue = queue.then(async () => {
    if (data.has('who') && !unsaid.includes(data.get('who'))) return; // went with an earlier one
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(data), headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (!page.getElementById('floor')) return leave(form, data);
    unsaid.splice(unsaid.indexOf(data.get('who')), data.has('who') ? 1 : 0);
    for (const id of ['said', 'log']) document.getElementById(id).replaceWith(page.getElementById(id));
    const wrong = page.getElementById('wrong');
    line.toggleAttribute('aria-invalid', wrong !== null);
    // What could not be taken comes back, unless the next is being typed.
    if (wrong && !line.value) line.value = data.get('who');
    document.getElementById('log').querySelector('li:last-child')?.scrollIntoView({ block: 'nearest' });
  }).catch(() => {
    // No name is lost: each comes back into the line, before what is being typed. A list of names is as good as one.
    line.value = [...unsaid, line.value].join('、');
    unsaid = [];
    document.getElementById('said').textContent = give.dataset.lost;
  });
  return queue;
}

// Something else answers, the sign-in most likely, since the old one ended: what was typed goes there as a form does
// without this file, all names in one line, and is kept.
function leave(form, data) {
  const plain = document.createElement('form');
  plain.method = 'post';
  plain.action = form.action;
  if (data.has('who')) data.set('who', [...unsaid, line.value].filter(Boolean).join('、'));
  unsaid = [];
  for (const [name, value] of data) {
    const field = document.createElement('input');
    [field.type, field.name, field.value] = ['hidden', name, value];
    plain.append(field);
  }
  document.body.append(plain);
  plain.submit();
}

function take(name) {
  const data = new FormData(give);
  data.set('who', name);
  data.set('do', 'add');
  unsaid.push(name);
  line.value = '';
  close();
  line.focus();
  post(give, data);
}

line.addEventListener('input', suggest);
line.addEventListener('keydown', event => {
  if (event.isComposing) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    if (list.hidden) return;
    event.preventDefault();
    const step = event.key === 'ArrowDown' ? 1 : -1;
    mark((at + step + fitting.length) % fitting.length);
  } else if (event.key === 'Escape') {
    close();
  } else if (event.key === 'z' && (event.ctrlKey || event.metaKey) && !line.value) {
    event.preventDefault();
    document.getElementById('undo')?.click();
  }
});
give.addEventListener('submit', event => {
  event.preventDefault();
  const offered = event.submitter?.name === 'who' ? event.submitter.value : null;
  take(offered ?? (list.hidden || at < 0 ? line.value : fitting[at].name));
});
document.getElementById('floor').addEventListener('submit', event => {
  if (event.target === give) return;
  event.preventDefault();
  const data = new FormData(event.target);
  data.set('do', event.submitter.value);
  post(event.target, data).then(() => line.focus());
});
list.addEventListener('pointerdown', event => event.preventDefault());
line.addEventListener('blur', close);

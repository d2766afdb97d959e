// Suggestions under the search box: an editable combobox with a list (WAI-ARIA Authoring Practices).
// Without this file the box is a form like any other; with it, choosing a suggestion leads straight to its page.
const input = document.getElementById('find');
const list = document.getElementById('found');
const wait = 150; // ms after the last key
let timer, request, options = [], at = -1;

input.setAttribute('role', 'combobox');
input.setAttribute('aria-autocomplete', 'list');
input.setAttribute('aria-controls', list.id);
input.setAttribute('aria-expanded', 'false');

const typed = () => input.value.trim();

function close() {
  clearTimeout(timer);
  request?.abort();
  at = -1;
  list.hidden = true;
  input.setAttribute('aria-expanded', 'false');
  input.removeAttribute('aria-activedescendant');
}

function show(items) {
  options = items.map((item, i) => {
    const option = document.createElement('li');
    option.id = `${list.id}-${i}`;
    option.role = 'option';
    option.lang = item.lang;
    option.dir = 'auto';
    option.textContent = item.text;
    option.setAttribute('aria-selected', 'false');
    option.onclick = () => go(item);
    return option;
  });
  options.forEach((option, i) => { option.item = items[i]; });
  list.replaceChildren(...options);
  at = -1;
  list.hidden = items.length === 0;
  input.setAttribute('aria-expanded', String(items.length > 0));
  input.removeAttribute('aria-activedescendant');
}

// The page in the reader's language shows what was found in another, too.
const go = item => location.assign(item.url.replace(/^\/[a-z]{2}(?=\/|$)/, `/${document.documentElement.lang}`));

async function ask(lang) {
  const query = new URLSearchParams({ q: typed() });
  if (lang) query.set('lang', lang);
  const answer = await fetch(`/api/v1/search/suggestions?${query}`, { signal: request.signal });
  return answer.ok ? (await answer.json()).items : [];
}

async function suggest() {
  request?.abort();
  const mine = request = new AbortController();
  try {
    // In the reader's language; names in another are suggested to those who type them.
    let items = await ask(document.documentElement.lang);
    if (items.length === 0) items = await ask();
    if (mine === request && !mine.signal.aborted && document.activeElement === input) show(items);
  } catch {
    if (!mine.signal.aborted) close(); // the line is gone: the form still works
  }
}

function mark(index) {
  options[at]?.setAttribute('aria-selected', 'false');
  at = index;
  const option = options[at];
  if (option) {
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', option.id);
  } else {
    input.removeAttribute('aria-activedescendant');
  }
}

input.addEventListener('input', () => {
  clearTimeout(timer);
  request?.abort();
  if (typed()) timer = setTimeout(suggest, wait);
  else close();
});

input.addEventListener('keydown', event => {
  if (event.isComposing) return; // the keys belong to the input method, which chooses Han characters with them
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    if (!list.hidden) mark(at < 0 && step < 0 ? options.length - 1 : at + step >= options.length ? -1 : Math.max(at + step, -1));
    else if (typed()) suggest();
  } else if (event.key === 'Escape' && !list.hidden) {
    event.preventDefault();
    close();
  } else if (event.key === 'Enter' && options[at] && !list.hidden) {
    event.preventDefault();
    go(options[at].item);
  }
});

// A press on a suggestion must not take the focus away before it is a click.
list.addEventListener('pointerdown', event => event.preventDefault());
input.addEventListener('blur', close);
addEventListener('pageshow', close);

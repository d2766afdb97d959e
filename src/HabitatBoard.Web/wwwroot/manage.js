// Lists that shorten as one types. Without this the same form asks the server.
for (const input of document.querySelectorAll('[data-filter]')) {
  const lines = [...document.getElementById(input.dataset.filter).children];
  const shown = document.querySelector('[data-shown]');
  const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const texts = lines.map(line => fold(line.dataset.text));
  input.addEventListener('input', () => {
    const words = fold(input.value.trim());
    let count = 0;
    lines.forEach((line, i) => {
      line.hidden = !texts[i].includes(words);
      count += line.hidden ? 0 : 1;
    });
    shown.textContent = shown.dataset.shown.replace('{0}', count).replace('{1}', lines.length);
  });
}

// Ticks at once what these buttons tick by way of the server.
for (const button of document.querySelectorAll('[data-tick]')) {
  button.addEventListener('click', event => {
    event.preventDefault();
    for (const box of button.closest(button.dataset.tick).querySelectorAll('[name=fact]')) {
      box.checked = button.value.startsWith('on');
    }
  });
}

// The first mistake, once the summary was read out.
document.getElementById('wrong')?.querySelector('a')?.focus();

// Enter starts a line in a long text; with Ctrl (or the Command key) it saves, from anywhere in a form.
document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target.form?.matches('.edit')) {
    event.preventDefault();
    event.target.form.requestSubmit(event.target.form.querySelector('button'));
  }
});

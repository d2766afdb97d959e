// A button that copies a reference with its address in full. Without this file the text can be selected.
const words = document.querySelector('script[data-copy]').dataset;

document.addEventListener('toggle', event => {
  const cite = event.target;
  if (!cite.open || !cite.classList.contains('cite') || !navigator.clipboard || cite.querySelector('button')) return;
  const [text, link] = [cite.querySelector('bdi'), cite.querySelector('a')];
  link.textContent = link.href;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words.copy;
  button.onclick = async () => {
    await navigator.clipboard.writeText(`${text.textContent} ${link.href}`);
    button.textContent = words.copied;
  };
  cite.append(button);
}, true); // toggle does not bubble

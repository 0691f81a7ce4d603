import type { Told } from './words.ts';

/**
 * Brings the forms for files to life: each file goes on its own, with a bar that shows how far it has come, and what
 * is wrong with one is told beside its name. Without this the form sends them all and the next page tells.
 */
export function bringUploadsToLife(page: ParentNode): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-upload]')) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void sendAll(form);
    });
  }
}

async function sendAll(form: HTMLFormElement): Promise<void> {
  const input = form.querySelector<HTMLInputElement>('input[type=file]');
  const list = form.querySelector<HTMLElement>('[data-upload-files]');
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]');
  const address = form.dataset.upload;
  if (!input?.files || !list || !button || !address) return;
  button.disabled = true;
  list.replaceChildren();
  const looked = form.querySelector<HTMLInputElement>('input[name=looked]')?.checked === true;
  let taken = 0;
  let noticed = 0;
  const { length } = input.files;
  for (const file of input.files) {
    const row = document.createElement('li');
    list.append(row);
    const told =
      file.size > Number(input.dataset.most)
        ? tooHeavy(file.name, Number(input.dataset.most))
        : await send(address, file, looked, row);
    show(row, told);
    if (told.ok) taken += 1;
    if (told.places.length > 0) noticed += 1;
  }
  button.disabled = false;
  // The word that pictures show nobody was given for these.
  form.reset();
  // All are there: the list above shows them. What there is to read stays.
  if (taken === length && noticed === 0) {
    location.hash = 'files';
    location.reload();
    return;
  }
  if (taken === 0) return;
  const again = document.createElement('li');
  const link = document.createElement('a');
  link.href = location.pathname + location.search;
  link.textContent = '付けた資料をページに表示する';
  again.append(link);
  list.append(again);
}

function send(address: string, file: File, looked: boolean, row: HTMLElement): Promise<Told> {
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute('aria-label', `${file.name}を送っています`);
  const word = document.createElement('span');
  word.textContent = `${file.name}：送っています`;
  row.replaceChildren(word, bar);
  const body = new FormData();
  if (looked) body.set('looked', '1');
  body.set('files', file);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      bar.value = loaded / total;
      if (loaded === total) {
        word.textContent = `${file.name}：中を確かめています`;
        bar.removeAttribute('value');
      }
    });
    const lost = () => resolve(failed(file.name, '送れませんでした', 'つながりを確かめて、もう一度どうぞ。'));
    request.addEventListener('error', lost);
    request.addEventListener('load', () => resolve(toldBy(request, file.name)));
    request.open('POST', address);
    request.send(body);
  });
}

function toldBy({ status, responseText }: XMLHttpRequest, name: string): Told {
  if (status === 401) return failed(name, 'ログインが切れました', 'ログインし直してから、もう一度どうぞ。');
  if (status === 429) return failed(name, '続けて送りすぎました', '10分ほど待ってから、もう一度どうぞ。');
  try {
    const [told] = (JSON.parse(responseText) as { told: Told[] }).told;
    if (told) return told;
  } catch {
    // An error page: said below.
  }
  return failed(name, '付けられませんでした', '少し待ってから、もう一度どうぞ。');
}

const failed = (name: string, title: string, advice: string): Told => ({
  ok: false,
  name,
  title,
  advice,
  places: [],
});

const tooHeavy = (name: string, most: number) =>
  failed(
    name,
    '大きすぎます',
    `ひとつ${Math.floor(most / 1024 / 1024)}MBまでです。小さくするか、分けて付けてください。`,
  );

function show(row: HTMLElement, { ok, name, title, advice, places }: Told): void {
  const head = document.createElement('b');
  head.textContent = `${ok ? '✓' : '×'} ${name}：${title}`;
  head.classList.toggle('is-wrong', !ok);
  row.replaceChildren(head);
  if (advice !== '') {
    const text = document.createElement('p');
    text.textContent = advice;
    row.append(text);
  }
  if (places.length === 0) return;
  const list = document.createElement('ul');
  list.className = 'upload__places';
  for (const place of places) {
    const item = document.createElement('li');
    item.textContent = place;
    list.append(item);
  }
  row.append(list);
}

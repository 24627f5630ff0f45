import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');

/** Ways to make elements, scripts or addresses out of a text. */
const ways =
  /dangerouslySetInnerHTML|\b(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|createContextualFragment|\bsrcDoc\b|setHTMLUnsafe|\beval\(|new Function\(|javascript:/;

/** Reads what was pasted into a document of its own, in which nothing is loaded or run. */
const parsers = ['renderer/ui/paper-editor/paste/pasting.ts', 'renderer/ui/paper-editor/paste/read-html.ts'];

function sources(): string[] {
  return ['renderer', 'shared'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((name) => /\.tsx?$/.test(name)),
  );
}

it('no text is ever made into elements, scripts or addresses', () => {
  const found = sources().filter((name) => ways.test(readFileSync(join(root, name), 'utf8')));
  expect(found).toEqual([]);
});

it('what is pasted is parsed apart from the page, at two places', () => {
  const found = sources().filter((name) => readFileSync(join(root, name), 'utf8').includes('DOMParser'));
  expect(found.toSorted()).toEqual(parsers);
});

it('no link leads out of the program, and pictures are made of bytes that the page has', () => {
  const elements = sources().flatMap((name) =>
    [...readFileSync(join(root, name), 'utf8').matchAll(/<(a|img|iframe|object|embed|area|base)\s/g)].map(
      ([, tag]) => `${tag} ${name}`,
    ),
  );
  // Links are wouter's or, in the manual, made of a chapter's name: a route behind the #. A picture runs no script, also
  // when it is an SVG; the manual has only those of the build.
  expect(elements.toSorted()).toEqual([
    'a renderer/features/manual/markdown.tsx',
    'img renderer/features/manual/chapter-view.tsx',
    'img renderer/features/manual/markdown.tsx',
    'img renderer/features/overview/brief/brief-dialog.tsx',
    'img renderer/ui/photos/photo-strip.tsx',
  ]);
});

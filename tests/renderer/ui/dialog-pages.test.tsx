import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { DialogPages } from '#renderer/ui/dialog-pages.tsx';

function drawn(count: number): string {
  const rows = Array.from({ length: count }, (_, place) => `第${place + 1}处`);
  return renderToStaticMarkup(
    <DialogPages rows={rows}>
      {(shown) => (
        <ul>
          {shown.map((row) => (
            <li key={row}>{row}</li>
          ))}
        </ul>
      )}
    </DialogPages>,
  );
}

it('of more rows than a page takes the first page is drawn, and the others can be turned to', () => {
  const page = drawn(250);
  expect(page.match(/第\d+处/gu)).toHaveLength(100);
  expect(page).toContain('第1处');
  for (const number of ['1', '2', '3']) expect(page).toContain(`title="${number}"`);
  expect(page).not.toContain('title="4"');
});

it('a short table has no pages to turn', () => {
  expect(drawn(100)).not.toContain('pagination');
});

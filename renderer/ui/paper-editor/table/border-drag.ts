interface Border {
  shares: readonly number[];
  /** Of the column at its left. */
  index: number;
  /** Of the whole table, in CSS pixels. */
  width: number;
  show: (shares: readonly number[]) => void;
}

const NARROWEST_PX = 20;

/** Moves the border between two columns; the others keep their widths. */
export function movedBorder({ shares, index, width }: Omit<Border, 'show'>, byPixels: number): number[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  const both = (shares[index] ?? 0) + (shares[index + 1] ?? 0);
  const narrowest = Math.min((NARROWEST_PX / width) * sum, both / 2);
  const wanted = (shares[index] ?? 0) + (byPixels / width) * sum;
  const left = Math.round(Math.min(both - narrowest, Math.max(narrowest, wanted)) * 1_000) / 1_000;
  return shares.with(index, left).with(index + 1, Math.round((both - left) * 1_000) / 1_000);
}

/** Shows the border where the pointer is and takes it there when the pointer is let go. */
export function dragBorder(
  event: PointerEvent,
  border: Border,
  done: (shares: readonly number[]) => void,
): void {
  const grip = event.currentTarget;
  if (event.button !== 0 || !(grip instanceof HTMLElement)) return;
  event.preventDefault();
  grip.setPointerCapture(event.pointerId);
  const start = event.clientX;
  const end = new AbortController();
  const moved = ({ clientX }: PointerEvent) => movedBorder(border, clientX - start);
  grip.addEventListener('pointermove', (move) => border.show(moved(move)), { signal: end.signal });
  grip.addEventListener(
    'pointerup',
    (up) => {
      end.abort();
      if (up.clientX !== start) done(moved(up));
    },
    { signal: end.signal },
  );
  grip.addEventListener('pointercancel', () => {
    end.abort();
    border.show(border.shares);
  });
}

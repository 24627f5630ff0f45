/** Thousandths with a fixed number of decimals, the half rounded up: 89950 with one decimal is 90.0. */
export function decimalText(points: number | null, decimals: number): string {
  if (points === null) return '—';
  const unit = 10 ** (3 - decimals);
  const magnitude = Math.floor((Math.abs(points) + unit / 2) / unit);
  const text = (magnitude / 10 ** decimals).toFixed(decimals);
  return points < 0 && magnitude > 0 ? `-${text}` : text;
}

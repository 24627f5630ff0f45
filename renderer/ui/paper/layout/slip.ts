import type { Paper } from '#shared/rules/papers/model.ts';
import { classes, element } from './element.ts';
import type { PageFlow } from './page-flow.ts';

type Slip = NonNullable<Paper['slip']>;

/**
 * The reply slip (回执) below a cutting line: at the foot of the last page where nothing else rests there, otherwise on
 * a sheet of its own behind the paper, which is no page of it.
 * @returns whether it has its own
 */
export function addSlip(flow: PageFlow, slip: Slip, mayShareLastPage: boolean): boolean {
  const cut = slipElement(slip);
  flow.turnTo(false);
  const content = flow.page.block.lastElementChild?.getBoundingClientRect().bottom ?? 0;
  if (mayShareLastPage) {
    const atFoot = classes('atFoot');
    cut.classList.add(atFoot);
    flow.page.block.append(cut);
    if (cut.getBoundingClientRect().top >= content) return false;
    cut.classList.remove(atFoot);
  }
  flow.open().block.append(cut);
  flow.page.numbered = false;
  return true;
}

function slipElement({ title, rows }: Slip): HTMLElement {
  const lines = rows.map(({ label, value }) =>
    element('tr', [], element('td', ['slipLabel'], label), element('td', [], value)),
  );
  const heading = element('h2', ['slipTitle'], title);
  return element('section', ['slip'], heading, element('table', ['table'], element('tbody', [], ...lines)));
}

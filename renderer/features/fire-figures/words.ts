import type { PlaceFires } from '#shared/contract/fire-figures.ts';
import { shortFigures, unlikeTownships } from '#shared/rules/fire-figures/figures.ts';
import { figureText } from '#shared/rules/fire-figures/words.ts';

/** 单起火灾已登记 2 起、死亡 1 人，比这里的多，请核对; empty where the month's figures hold them. */
function shortText({ figures, singles }: PlaceFires): string {
  const short = shortFigures(figures, singles);
  if (singles === null || short.length === 0) return '';
  const told = short.map((name) => `${singleNames[name]} ${figureText(singles, name)} ${units[name]}`);
  return `单起火灾里登记了${told.join('、')}，比这里的多，请核对`;
}

/** 各乡镇(街道)合计 5 起，和这里的 6 起不一致，请核对; empty where they agree, or may yet. */
function unlikeText({ figures, townships }: PlaceFires): string {
  const unlike = unlikeTownships(figures, townships);
  if (townships === null || unlike.length === 0) return '';
  const told = unlike.map(
    (name) =>
      `${singleNames[name]} ${figureText(townships.figures, name)} ${units[name]}(这里 ${figureText(figures, name)})`,
  );
  const missing = townships.missing === 0 ? '' : `，还有 ${townships.missing} 个没有登记`;
  return `各乡镇(街道)合计${told.join('、')}${missing}，和这里的不一致，请核对`;
}

/** Everything that cannot be right. */
export function doubtsOf(row: PlaceFires): string[] {
  return [shortText(row), unlikeText(row)].filter((text) => text !== '');
}

const singleNames = { fires: '', deaths: '死亡', injuries: '受伤', loss: '损失' } as const;
const units = { fires: '起', deaths: '人', injuries: '人', loss: '万元' } as const;

export const fireTables: readonly string[] = [
  'fire_figure',
  'fire_figure_part',
  'fire_word',
  'notable_fire',
  'organization',
  'organization_state',
];

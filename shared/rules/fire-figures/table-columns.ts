import type { FireFigures } from './figures.ts';
import type { ListColumns } from '../tables/list-columns.ts';

export type FireMeaning = 'county' | 'township' | 'fires' | 'deaths' | 'injuries' | 'loss' | 'source';

/** What a table of a month's fire figures holds. */
export const fireTableColumns: ListColumns<FireMeaning> = {
  county: { name: '县(市、区)', words: '区县 县区 县市区 区市县 地区 单位 名称', isRequired: true },
  township: { name: '乡镇(街道)', words: '乡镇 街道 镇街 乡镇街道 镇' },
  fires: { name: '起数', words: '火灾起数 火灾 火灾数 起数(起) 火灾起数(起)', isRequired: true },
  deaths: { name: '死亡', words: '死亡人数 亡人 死亡(人) 死亡人数(人)', isRequired: true },
  injuries: { name: '受伤', words: '受伤人数 伤人 受伤(人) 受伤人数(人)', isRequired: true },
  loss: {
    name: '直接财产损失(万元)',
    words: '直接财产损失 损失 财产损失 损失(万元) 财产损失(万元) 直接财产损失万元',
    isRequired: true,
  },
  source: { name: '来源', words: '数据来源', limit: 100 },
};

/** What falls to a word of the office's lists, as a column of its own. */
export type PartMeaning = `${string}.${keyof FireFigures}`;
export type FireColumnMeaning = FireMeaning | PartMeaning;

interface Word {
  uid: string;
  name: string;
  aliases: readonly string[];
}

/** 电气起数 (also only 电气), 电气死亡, 电气受伤, 电气损失(万元) of each word. */
export function fireColumnsWith(words: readonly Word[]): ListColumns<FireColumnMeaning> {
  const parts = words.flatMap(({ uid, name, aliases }) => {
    const called = [name, ...aliases];
    const headings = (...ends: readonly string[]) =>
      called.flatMap((word) => ends.map((end) => `${word}${end}`)).join(' ');
    const column = (figure: keyof FireFigures, own: string, ...ends: readonly string[]) =>
      [`${uid}.${figure}`, { name: `${name}${own}`, words: headings(...ends) }] as const;
    return [
      column('fires', '起数', '', '火灾', '火灾起数', '起数'),
      column('deaths', '死亡', '死亡人数', '亡人', '死亡'),
      column('injuries', '受伤', '受伤人数', '伤人', '受伤'),
      column('loss', '损失(万元)', '损失', '财产损失', '直接财产损失'),
    ];
  });
  return { ...fireTableColumns, ...Object.fromEntries(parts) };
}

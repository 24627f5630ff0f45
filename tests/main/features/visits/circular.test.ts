import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, paperDay } from '#shared/calendar/days.ts';
import { openPlaces } from '#shared/rules/papers/places.ts';
import { today, useVisitOffice } from './support.ts';

describe('the circular on an inspection', () => {
  const { at } = useVisitOffice();
  const draft = () => at().client.visits.draftCircular({ campaignUid: at().campaignUid });

  it('is refused before anything was visited', async () => {
    await expect(draft()).rejects.toThrow('还没有督查过任何对象');
  });

  describe('once there are records', () => {
    beforeAll(async () => {
      const { figures } = await at().client.visits.choices({ campaignUid: at().campaignUid });
      const figure = (name: string) => figures.find((each) => each.name === name)!.uid;
      const values = [
        { figureUid: figure('检查单位'), value: 10_000 },
        { figureUid: figure('罚款'), value: 15_000 },
        { figureUid: figure('拘留'), value: 0 },
      ];
      const more = { day: addDays(today, -3), team: '第一组', values };
      await at().record('望江国际酒店', more, [
        at().found('控制室无人值班', { severity: 'major', spot: '一层' }),
      ]);
      await at().record('白石小学', { day: today, team: '第二组', values }, []);
    });

    it('says what was counted and found, and leaves to the office what nobody has entered', async () => {
      const { paperUid } = await draft();
      const { content: written, status } = await at().client.papers.get({ uid: paperUid });
      const content = written!;
      expect(status).toBe('draft');
      expect(content.title).toBe('关于冬春督查情况的通报');
      const text = JSON.stringify(content.body);
      expect(text).toContain(
        `${paperDay(addDays(today, -3))}至${paperDay(today)}，我办组织2个检查组，以明察方式对城东区、城西区的2个督查对象开展了冬春督查。`,
      );
      expect(text).toContain('第一组检查城东区；第二组检查城西区。');
      expect(text).toContain('督查中，共检查单位2家，罚款3万元。');
      expect(text).toContain('1.城东区望江国际酒店：一层控制室无人值班（未整改）。');
      const table = content.body.find((block) => block.kind === 'table');
      expect(table?.rows.map((row) => row.map((cell) => cell.text).join(' '))).toEqual([
        '名次 县（市、区） 发现（处） 其中重大 已整改 逾期 整改率',
        '1 城东区 1 1 0 0 0%',
      ]);
      expect(openPlaces(content)).toEqual(['主送单位', '反馈时限']);
      await at().client.history.undo({});
      await expect(at().client.papers.get({ uid: paperUid })).rejects.toThrow();
    });
  });
});

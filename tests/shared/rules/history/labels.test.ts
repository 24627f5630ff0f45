import { describe, expect, it } from 'vitest';
import { columnLabel, tableLabel, valueText } from '#shared/rules/history/labels.ts';

describe('the log', () => {
  it('shows rows of a ledger in the words of that ledger', () => {
    expect(tableLabel('fire_station')).toBe('消防站');
    expect(columnLabel('fire_station', 'duty_on')).toBe('投勤日期');
    expect(columnLabel('micro_station', 'due_on')).toBe('下次检查');
    expect(columnLabel('fire_station', 'longitude')).toBe('经度');
    expect(valueText('fire_station', 'kind', 'special')).toBe('特勤站');
    expect(valueText('fire_station', 'area', 380)).toBe('3.8');
    expect(valueText('micro_station', 'is_equipped', 0)).toBe('否');
    expect(valueText('fire_station', 'latitude', 22_456_789)).toBe('22.456789');
    expect(valueText('fire_station', 'built_on', null)).toBe('(空)');
    expect(valueText('setting', 'name', 'ledgers.equipment')).toBe('器材装备的标准');
  });

  it('shows standards of a ledger by their names, without those that were taken away', () => {
    const standards = {
      inspectionMonths: { value: 24, source: '市局通知' },
      'town.水带': { value: 20, source: '' },
      'micro.灭火器': { value: 0, source: '' },
    };
    expect(valueText('setting', 'value', JSON.stringify(standards))).toBe(
      '检验间隔 24(市局通知)；乡镇专职队站水带 20',
    );
    expect(valueText('setting', 'value', '{"name":"办公室"}')).toBe('办公室');
    expect(valueText('setting', 'value', '{"other":{"value":1}}')).toBe('{"other":{"value":1}}');
  });
});

import { describe, expect, it } from 'vitest';
import { createSaving } from '#renderer/app/operations/saving-state.ts';

function startSaving() {
  const later: (() => void)[] = [];
  const saving = createSaving((work) => later.push(work));
  return {
    saving,
    passTime: () => later.splice(0).forEach((work) => work()),
    kind: () => saving.state.get().kind,
  };
}

describe('the saving state', () => {
  it('says saved only after the core acknowledged', () => {
    const { saving, kind } = startSaving();
    expect(kind()).toBe('idle');
    saving.begin('form');
    expect(kind()).toBe('saving');
    saving.succeed('form');
    expect(kind()).toBe('saved');
  });

  it('says writing when a save takes long', () => {
    const { saving, passTime, kind } = startSaving();
    saving.begin('form');
    passTime();
    expect(kind()).toBe('writing');
    saving.succeed('form');
    passTime();
    expect(kind()).toBe('saved');
  });

  it('is not saved while another save still runs', () => {
    const { saving, kind } = startSaving();
    saving.begin('one');
    saving.begin('two');
    saving.succeed('one');
    expect(kind()).toBe('saving');
    saving.succeed('two');
    expect(kind()).toBe('saved');
  });

  it('keeps a failure although another form was saved meanwhile', () => {
    const { saving } = startSaving();
    saving.begin('one');
    saving.fail('one', '磁盘空间不足');
    saving.begin('two');
    saving.succeed('two');
    expect(saving.state.get()).toEqual({ kind: 'failed', reason: '磁盘空间不足' });
  });

  it('takes a failure away once the same form was saved or given up', () => {
    const { saving, kind } = startSaving();
    saving.begin('one');
    saving.fail('one', '名称已经有了');
    saving.begin('one');
    saving.succeed('one');
    expect(kind()).toBe('saved');

    saving.begin('one');
    saving.fail('one', '名称已经有了');
    saving.forget('one');
    expect(kind()).toBe('idle');
  });

  it('does not show for ever what failed after its form was closed', () => {
    const { saving, kind } = startSaving();
    saving.begin('closed');
    saving.forget('closed');
    saving.fail('closed', '磁盘空间不足');
    expect(kind()).toBe('failed');
    saving.begin('other');
    saving.succeed('other');
    expect(kind()).toBe('saved');
  });

  it('still tells a failure of a form that gave up an earlier one', () => {
    const { saving, kind } = startSaving();
    saving.begin('sheet');
    saving.fail('sheet', '刚被别人改过');
    saving.begin('other');
    saving.forget('sheet');
    saving.begin('sheet');
    saving.fail('sheet', '磁盘空间不足');
    saving.succeed('other');
    expect(kind()).toBe('failed');
  });
});

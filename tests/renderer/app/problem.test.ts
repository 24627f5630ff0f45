import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { ConnectionLost } from '#renderer/app/carriers/connection-lost.ts';
import { fieldProblems, problemOf } from '#renderer/app/problem.ts';

describe('a problem in words', () => {
  it('takes code, text and data from the core', () => {
    const error = new ORPCError('conflict', { message: '这里的内容刚被别人改过。', data: { fields: [] } });
    expect(problemOf(error)).toEqual({
      code: 'conflict',
      text: '这里的内容刚被别人改过。',
      data: { fields: [] },
    });
  });

  it('says what the input schemas found, the same words once', () => {
    const issues = [{ message: '请填写姓名' }, { message: '请填写姓名' }, { message: '密码至少 6 个字符' }];
    const error = new ORPCError('BAD_REQUEST', { message: 'Input validation failed', data: { issues } });
    expect(problemOf(error)).toMatchObject({ code: 'badInput', text: '请填写姓名；密码至少 6 个字符。' });
  });

  it('never shows English to the clerk', () => {
    const errors = [
      new ORPCError('INTERNAL_SERVER_ERROR', { message: 'Internal server error' }),
      new Error('boom'),
    ];
    for (const error of errors) expect(problemOf(error).text).not.toMatch(/[A-Za-z]/);
  });

  it('names a lost connection', () => {
    expect(problemOf(new ConnectionLost()).code).toBe('connectionLost');
  });
});

describe('what is wrong with a field', () => {
  const fieldsOf = (data: object) =>
    fieldProblems(problemOf(new ORPCError('badInput', { message: '填写的内容有问题：日期不对', data })));

  it('is said without what stands in front of it above the page', () => {
    expect(fieldsOf({ field: 'day', detail: '日期不对' })).toEqual([{ field: 'day', text: '日期不对' }]);
  });

  it('also where the step itself is refused', () => {
    expect(fieldsOf({ field: 'dueOn', reason: '期限太早' })).toEqual([{ field: 'dueOn', text: '期限太早' }]);
  });

  it('is named by the last step of the path that an input schema gives', () => {
    const issues = [{ message: '请填写姓名', path: ['entries', 0, 'name'] }];
    expect(fieldsOf({ issues })).toEqual([{ field: 'name', text: '请填写姓名' }]);
  });

  it('is nothing where the problem names no field', () => {
    expect(fieldsOf({ detail: '日期不对' })).toEqual([]);
  });
});

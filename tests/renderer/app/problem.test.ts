import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { ConnectionLost } from '#renderer/app/carriers/connection-lost.ts';
import { problemOf } from '#renderer/app/problem.ts';

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

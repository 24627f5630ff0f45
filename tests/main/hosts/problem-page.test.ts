import { expect, it } from 'vitest';
import { StoreError } from '#main/core/store/errors.ts';
import { noForeignHelp } from '#main/hosts/no-foreign-help.ts';
import { problemPage } from '#main/hosts/problem-page.ts';
import { backupOfProblem, startProblem } from '#main/hosts/start-problem.ts';

it('does not lead to the help of the browser’s maker at F1', () => {
  expect(problemPage('磁盘已满', null)).toContain(`<script>${noForeignHelp}</script>`);
});

it('says what keeps the program from starting and opens the folder of the backup that leads back', () => {
  const error = new StoreError(
    'newerFile',
    '数据由<更新>的程序保存过。',
    undefined,
    '/data/backups/升级前.db',
  );
  const page = problemPage(startProblem(error, '/data'), backupOfProblem(error));
  expect(page).toContain('数据由&lt;更新>的程序保存过。');
  expect(page).toContain('<a href="file:///data/backups">打开备份所在的文件夹</a>');
  expect(problemPage('磁盘已满', backupOfProblem(new Error('磁盘已满')))).not.toContain('<a ');
});

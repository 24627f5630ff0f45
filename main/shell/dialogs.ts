import { app, dialog, shell } from 'electron';

export interface CrashDialogs {
  /** The data folder cannot be opened: says why, shows where the backup lies, and ends the program. */
  refused: (reason: string, backup: string | null) => void;
  /** Another program has the data open and does what was wanted: says so, and ends this one. */
  isOpenAlready: (words: string) => void;
  /** @returns whether to try once more */
  keepsDying: () => Promise<boolean>;
}

/** What a clerk is told when a part of the program has stopped. */
export function setupCrashDialogs(): CrashDialogs {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('render-process-gone', (_gone, { reason }) => {
      if (reason === 'clean-exit') return;
      void ask({
        message: '这个窗口意外停止了。',
        detail: '显示过“已保存”的内容都在。点“重新载入”继续工作；没有显示“已保存”的最后一步请再核对一次。',
        buttons: ['重新载入', '关闭窗口'],
      }).then((again) => {
        if (contents.isDestroyed()) return;
        if (again) contents.reload();
        else contents.close();
      });
    });
    contents.on('will-prevent-unload', (event) => {
      const choice = dialog.showMessageBoxSync({
        ...common,
        message: '有内容还没有保存。',
        detail: '现在离开，没有保存的内容会丢失。',
        buttons: ['留下', '不保存，离开'],
        defaultId: 0,
        cancelId: 0,
      });
      // Preventing the prevention lets the window go.
      if (choice === 1) event.preventDefault();
    });
  });

  return {
    refused(reason, backup) {
      if (backup === null) {
        dialog.showErrorBox('消安办工作台没有打开', reason);
        app.exit(1);
        return;
      }
      const question = { message: '消安办工作台没有打开', detail: reason };
      void ask({ ...question, buttons: ['打开备份所在的文件夹', '关闭'] }).then((wanted) => {
        if (wanted) shell.showItemInFolder(backup);
        app.exit(1);
      });
    },
    isOpenAlready(words) {
      void dialog
        .showMessageBox({ title: '消安办工作台', type: 'info', message: words, buttons: ['好'] })
        .then(() => app.exit(0));
    },
    keepsDying: () =>
      ask({
        message: '程序的数据部分在一分钟内停止了三次。',
        detail:
          '显示过“已保存”的内容都在。可以再试一次；如果仍然这样，请退出程序，把数据文件夹里的 logs 文件夹交给维护人员。',
        buttons: ['再试一次', '退出'],
      }).then((again) => {
        if (!again) app.exit(1);
        return again;
      }),
  };
}

const common = { type: 'warning', title: '消安办工作台', noLink: true } as const;

/** @returns whether the first of two buttons was chosen */
async function ask(question: {
  message: string;
  detail: string;
  buttons: [string, string];
}): Promise<boolean> {
  const { response } = await dialog.showMessageBox({ ...common, ...question, defaultId: 0, cancelId: 1 });
  return response === 0;
}

import { app, Menu, type MenuItemConstructorOptions } from 'electron';

const separator: MenuItemConstructorOptions = { type: 'separator' };

export function setupMenu(options: { version: string; openWindow: () => void }): void {
  app.setAboutPanelOptions({
    applicationName: '消安办工作台',
    applicationVersion: options.version,
    copyright: '消防安全委员会办公室工作台',
  });
  const developer: MenuItemConstructorOptions[] = app.isPackaged
    ? []
    : [separator, { label: '开发者工具', role: 'toggleDevTools' }];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: '文件(&F)',
        submenu: [
          { label: '新建窗口', accelerator: 'CmdOrCtrl+Shift+N', click: options.openWindow },
          separator,
          { label: '关闭窗口', role: 'close' },
          { label: '退出', role: 'quit' },
        ],
      },
      {
        label: '编辑(&E)',
        submenu: [
          { label: '撤销', role: 'undo' },
          { label: '重做', role: 'redo' },
          separator,
          { label: '剪切', role: 'cut' },
          { label: '复制', role: 'copy' },
          { label: '粘贴', role: 'paste' },
          { label: '删除', role: 'delete' },
          separator,
          { label: '全选', role: 'selectAll' },
        ],
      },
      {
        label: '视图(&V)',
        submenu: [
          { label: '重新载入', role: 'reload' },
          separator,
          { label: '放大', role: 'zoomIn' },
          { label: '缩小', role: 'zoomOut' },
          { label: '实际大小', role: 'resetZoom' },
          separator,
          { label: '全屏', role: 'togglefullscreen' },
          ...developer,
        ],
      },
      { label: '帮助(&H)', submenu: [{ label: '关于消安办工作台', role: 'about' }] },
    ]),
  );
}

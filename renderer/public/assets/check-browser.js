// Runs before everything else and on old browsers too: plain ES5, no modules, no libraries.
(function () {
  'use strict';
  var floor = 109;
  var found = /(?:Chrome|Chromium)\/(\d+)/.exec(navigator.userAgent);
  var version = found ? Number(found[1]) : null;
  var able =
    typeof Object.hasOwn === 'function' &&
    typeof window.structuredClone === 'function' &&
    typeof Array.prototype.findLast === 'function' &&
    typeof CSS !== 'undefined' &&
    CSS.supports('selector(:has(a))');
  if (able && (version === null || version >= floor)) return;

  window.officeBrowserTooOld = true;
  function line(parent, name, text, style) {
    var element = document.createElement(name);
    element.appendChild(document.createTextNode(text));
    element.style.cssText = style || '';
    parent.appendChild(element);
  }
  document.addEventListener('DOMContentLoaded', function () {
    var box = document.createElement('div');
    box.style.cssText =
      'max-width:600px;margin:60px auto;padding:24px 36px;border-top:4px solid #b3261e;font:16px/1.8 "Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1f1f1f';
    line(box, 'h1', '浏览器版本太旧,打不开工作台', 'font-size:22px;color:#b3261e;margin:0 0 12px');
    var now = version === null ? '。' : ',现在是 ' + version + '。';
    line(box, 'p', '需要 Chromium 内核 ' + floor + ' 或更新的浏览器' + now + '您的数据没有受影响。');
    line(box, 'p', '请这样做:', 'margin-bottom:0;font-weight:bold');
    var list = document.createElement('ul');
    line(list, 'li', 'Windows 10、11:打开 Microsoft Edge 的“设置 → 关于”,更新后重新打开本程序;');
    line(list, 'li', 'Windows 7、8.1:安装 109 版的 Edge 或 Chrome;');
    line(list, 'li', '统信、麒麟:在软件商店更新自带浏览器;');
    line(list, 'li', '不能自行安装软件的,请联系本单位信息管理人员。');
    box.appendChild(list);
    document.body.insertBefore(box, document.body.firstChild);
  });
})();

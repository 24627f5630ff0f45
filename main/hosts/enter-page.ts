import { noForeignHelp } from './no-foreign-help.ts';

/*
 * What a browser without a session sees: how to get in, and no data. Its script exchanges the token of the
 * address for the cookie and takes it out of the address and the window's own history at once. Before damaged data the page lies
 * at a path of its own.
 */

export const enterPage = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>消安办工作台</title>
<link rel="stylesheet" href="/enter.css">
<script src="/enter.js" defer></script>
</head>
<body>
<main>
<h1>消安办工作台</h1>
<p id="state">这里还没有打开工作台。</p>
<h2>怎样进入</h2>
<ol>
<li>在启动程序的窗口里找到“打开:”开头的最后一行；</li>
<li>把这一行里的网址完整复制到本浏览器的地址栏，回车。</li>
</ol>
<p>每个网址只能用一次；用过以后，窗口里会出现新的一行，供另一个浏览器使用。</p>
</main>
</body>
</html>`;

export const enterScript = `'use strict';
(async () => {
  const token = location.hash.slice(1);
  if (!/^[\\w-]{43}$/.test(token)) return;
  history.replaceState(null, '', '/');
  const state = document.getElementById('state');
  state.textContent = '正在进入……';
  try {
    const answer = await fetch('/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    if (answer.ok) {
      const { key, page } = await answer.json();
      if (key) localStorage.setItem('office-key', key);
      location.replace(page ?? '/');
    } else state.textContent = await answer.text();
  } catch {
    state.textContent = '程序没有应答，请确认程序还在运行，然后重新打开网址。';
  }
})();
addEventListener('hashchange', () => location.reload());
${noForeignHelp}
`;

export const enterStyle = `body{margin:0;background:#f5f5f5;color:#1f1f1f;font:16px/1.8 "Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif}
main{max-width:560px;margin:12vh auto;padding:32px 40px;background:#fff;border-top:4px solid #b3261e;box-shadow:0 2px 8px rgba(0,0,0,.08)}
h1{margin:0 0 8px;font-size:24px;color:#b3261e}
h2{margin:24px 0 4px;font-size:17px}
ol{margin:0;padding-left:1.5em}
`;

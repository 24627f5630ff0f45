import type { CDPSession, Locator, Page } from 'playwright';
import type { PaperBlock } from '#shared/rules/papers/model.ts';
import type { Stage } from '../stage.ts';
import type { Told } from './harness.tsx';

/** One text after another in one window, with the gestures the tests speak in. */
export class EditorPage {
  readonly page: Page;
  readonly text: Locator;
  private readonly problems: string[] = [];
  private readonly session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.page = page;
    this.session = session;
    this.text = page.getByRole('textbox', { name: '正文' });
    page.on('pageerror', (error) => this.problems.push(error.message));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.problems.push(message.text());
    });
  }

  static async open(stage: Stage): Promise<EditorPage> {
    const context = await stage.browser.newContext({
      viewport: { width: 1366, height: 768 },
      // A menu that still unfolds moves away under a click.
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    const editor = new EditorPage(page, await context.newCDPSession(page));
    await page.goto(stage.url);
    await editor.text.waitFor();
    return editor;
  }

  /** A new text, with nothing to undo and nothing told. */
  async begin(blocks: readonly PaperBlock[] = [], { readOnly = false } = {}): Promise<void> {
    await this.page.evaluate(([first, isReadOnly]) => window.begin([...first], isReadOnly), [
      blocks,
      readOnly,
    ] as const);
    await this.text.waitFor();
  }

  /** What the browser complained of since the last call. */
  takeProblems(): string[] {
    return this.problems.splice(0);
  }

  async start(): Promise<void> {
    await this.text.click();
    await this.press('Control+Home');
  }

  /** Keys one by one; between them the page learns where the caret went, as it does before any hand's next key. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      await this.page.evaluate(() => window.caretKnown());
    }
  }

  /** Puts the caret somewhere in the text, and waits as after a key. */
  async click(place: Locator, modifiers: 'Shift'[] = []): Promise<void> {
    await place.click({ modifiers });
    await this.page.evaluate(() => window.caretKnown());
  }

  /** Characters one by one, as they come from a keyboard; Chinese ones as an input method commits them. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** What an input method does: it composes step by step and then puts in the chosen words, or gives up. */
  async compose(steps: readonly string[], chosen: string): Promise<void> {
    for (const text of steps) await this.setComposition(text);
    if (chosen === '') await this.setComposition('');
    else await this.session.send('Input.insertText', { text: chosen });
  }

  private async setComposition(text: string): Promise<void> {
    const { length } = text;
    await this.session.send('Input.imeSetComposition', {
      text,
      selectionStart: length,
      selectionEnd: length,
    });
  }

  async paste(html: string, text = ''): Promise<void> {
    await this.page.evaluate(
      ([markup = '', plain = '']) => {
        const clipboardData = new DataTransfer();
        if (markup !== '') clipboardData.setData('text/html', markup);
        if (plain !== '') clipboardData.setData('text/plain', plain);
        const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
        document.activeElement?.dispatchEvent(event);
      },
      [html, text],
    );
  }

  async copiedHtml(): Promise<string> {
    return this.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await item?.getType('text/html'))?.text() ?? '';
    });
  }

  tool(name: string): Locator {
    return this.page.getByRole('toolbar').getByRole('button', { name, exact: true });
  }

  /** The text as it was last given, after the pause. */
  async blocks(): Promise<PaperBlock[]> {
    await this.page.evaluate(() => window.editor?.flush());
    return (await this.told()).given.at(-1) ?? [];
  }

  told(): Promise<Told> {
    return this.page.evaluate(() => window.told);
  }

  /** Headings as "level text", paragraphs as their text, other blocks by kind. */
  async outline(): Promise<string[]> {
    return (await this.blocks()).map((block) => {
      if (!('runs' in block)) return block.kind;
      const text = block.runs.map((run) => run.text || `{${run.field}}`).join('');
      return block.kind === 'heading' ? `${block.level} ${text}` : text;
    });
  }

  /** The numbers shown before the headings. */
  numbers(): Promise<string[]> {
    return this.text
      .locator('h1, h2, h3, h4')
      .evaluateAll((headings) => headings.map((heading) => heading.dataset['number'] ?? ''));
  }
}

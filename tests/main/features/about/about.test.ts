import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DiagnosisText } from '#shared/contract/about.ts';
import type { WrittenFile } from '#shared/contract/files.ts';
import { finishedJob, startTestOffice } from '#tests/support/core.ts';

let office: Awaited<ReturnType<typeof startTestOffice>>;
beforeAll(async () => {
  office = await startTestOffice();
});
afterAll(() => office.close());

describe('关于', () => {
  it('tells what runs here', async () => {
    const { client, dataFolder } = office;
    const state = await client.about.state();
    expect(state).toMatchObject({ dataFolder, node: process.versions.node, electron: null });
    expect(state.sqlite).toMatch(/^3\.\d+\.\d+$/);
    expect(['better-sqlite3', 'node:sqlite']).toContain(state.driver);
  });

  it('packs exactly the diagnosis that was shown, with a line in the log', async () => {
    const { client } = office;
    const { jobUid } = await client.about.diagnose();
    const shown = (await finishedJob(client, jobUid)).result as DiagnosisText[];
    const saving = await client.about.saveDiagnosis({ diagnosisUid: jobUid });
    const written = (await finishedJob(client, saving.jobUid)).result as WrittenFile;
    const files = unzipSync(new Uint8Array(readFileSync(join(written.folder, written.name))));
    const texts = Object.entries(files).map(([name, bytes]) => ({
      name,
      text: new TextDecoder().decode(bytes),
    }));
    expect(texts).toEqual(shown);
    const { records } = await client.history.list({
      text: '诊断',
      userName: null,
      from: null,
      to: null,
      before: null,
      limit: 10,
    });
    expect(records[0]).toMatchObject({ label: '保存诊断信息', outcome: 'done' });
    expect(records[0]!.summary).toContain('SHA-256');
  });

  it('saves nothing but a diagnosis', async () => {
    const { client } = office;
    const { jobUid } = await client.history.exportLog({ text: '', userName: null, from: null, to: null });
    await finishedJob(client, jobUid);
    await expect(client.about.saveDiagnosis({ diagnosisUid: jobUid })).rejects.toThrow('请重新生成');
  });
});

import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UPLOAD_LIMIT_BYTES } from '#shared/contract/files.ts';
import { AppError } from '#shared/errors.ts';
import type { PackHeader } from '#shared/rules/exchange/model.ts';
import { packTopics } from '#shared/rules/exchange/topics.ts';
import { collectPack } from '#main/core/packs/collect.ts';
import { readPack, writePack } from '#main/core/packs/pack-file.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { countFiles, countTable } from '#main/core/jobs/tally.ts';
import { readStoreVersion, type StoreVersion } from '#main/core/store/store-version.ts';
import { allPeriods, organizationNames } from './queries.ts';
import { type MakeChoice, scopeOf } from './scope.ts';

export interface MakeInput extends MakeChoice {
  password: string;
  office: string;
  userName: string;
  programVersion: string;
  now: number;
}

/** @throws AppError refused where nothing belongs in it, or it is larger than the other PC takes in */
export async function makePack(
  input: MakeInput,
  job: JobContext,
): Promise<{ path: string; remarks: string[] }> {
  const { db } = job;
  job.progress(null, '收集内容');
  const { rows, files } = collectPack(
    db,
    scopeOf(db, input, () => job.throwIfCancelled()),
  );
  const own = rows.filter((row) => row.own).length;
  if (own === 0) throw new AppError('refused', { reason: '选的范围里没有内容，没有做数据包。请换个范围。' });
  const header: PackHeader = {
    format: 1,
    programVersion: input.programVersion,
    ...storedIn(readStoreVersion(db)),
    office: input.office,
    madeBy: input.userName,
    madeAt: input.now,
    topics: packTopics.filter(({ key }) => input.topics.includes(key)).map(({ name }) => name),
    organizations: db
      .all(organizationNames, { uids: JSON.stringify(input.organizationUids) })
      .map(({ name }) => name),
    period: input.topics.includes('scores')
      ? (db.all(allPeriods).find(({ uid }) => uid === input.periodUid)?.title ?? '')
      : '',
    rows: rows.length,
    files: files.length,
  };
  job.progress(0.5, `写入 ${rows.length} 条和 ${files.length} 个附件并加密`);
  const path = await writePack(header, rows, files, {
    temporaryFolder: job.temporaryFolder,
    dataFolder: job.dataFolder,
    password: input.password,
    check: () => job.throwIfCancelled(),
  });
  if (statSync(path).size > UPLOAD_LIMIT_BYTES) {
    const reason = '数据包超过 64 MB，另一台电脑收不下，没有做。请少选几个机构分几次做，或不带附件。';
    throw new AppError('refused', { reason });
  }
  countTable(own);
  countFiles(files.length);
  return {
    path,
    remarks: [`共 ${own} 条，附件 ${files.length} 个。密码请另外告诉对方，不要和文件放在一起。`],
  };
}

function storedIn({ version, schema }: StoreVersion): Pick<PackHeader, 'storeVersion' | 'schema'> {
  return { storeVersion: version, schema };
}

export interface OpenInput {
  path: string;
  password: string;
}

export interface OpenedPack {
  header: PackHeader;
  payloadFile: string;
}

/** @throws AppError wrongPassword, fileRefused */
export async function openPack({ path, password }: OpenInput, job: JobContext): Promise<OpenedPack> {
  job.progress(null, '打开并核对');
  const here = readStoreVersion(job.db);
  const pack = await readPack(path, {
    temporaryFolder: job.temporaryFolder,
    password,
    check: () => job.throwIfCancelled(),
    accept: (header) => requireSameVersion(header, here),
    keepFile: (file, sha256) => job.keepFile(file, sha256),
  });
  const payloadFile = join(job.temporaryFolder, 'pack.json');
  writeFileSync(payloadFile, JSON.stringify(pack), { mode: 0o600 });
  return { header: pack.header, payloadFile };
}

/** A row of another schema may mean something else here. @throws AppError fileRefused */
function requireSameVersion({ storeVersion, schema, programVersion }: PackHeader, here: StoreVersion): void {
  if (storeVersion === here.version && schema === here.schema) return;
  const reason =
    storeVersion > here.version
      ? `数据包由更新的程序（${programVersion}）制作，这台电脑的程序读不了。请先把这里的程序升级到同一版本。`
      : `数据包由不同版本的程序（${programVersion}）制作，不能合并。请把那台电脑的程序升级到同一版本，重新制作一份。`;
  throw new AppError('fileRefused', { reason });
}

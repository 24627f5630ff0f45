import { type } from '@orpc/contract';
import * as z from 'zod';
import { uidSchema } from './fields.ts';
import { exporting, service } from './operation.ts';

/** What runs here, for the page 关于 and for whoever is asked about a fault. */
export interface About {
  version: string;
  /** Commit that the program was built from; empty where it was built without its history. */
  build: string;
  node: string;
  /** Null in the browser host. */
  electron: string | null;
  sqlite: string;
  /** Name of the SQLite driver's package. */
  driver: string;
  system: string;
  dataFolder: string;
}

export interface LicensedComponent {
  name: string;
  version: string;
  licence: string;
}

/** One licence text and the components that come under it. */
export interface LicenceText {
  components: LicensedComponent[];
  text: string;
}

/** A text of the diagnosis as it goes into the package. */
export interface DiagnosisText {
  name: string;
  text: string;
}

export const about = {
  state: service('关于本程序', 'signedIn').output(type<About>()),
  licences: service('开源许可证', 'signedIn').output(type<LicenceText[]>()),
  /** Starts a job; its result is DiagnosisText[], to be looked at before it is saved. */
  diagnose: service('生成诊断信息', 'manageOffice').output(type<{ jobUid: string }>()),
  /** Packs exactly what that job has shown. Starts a job; its result is a WrittenFile. */
  saveDiagnosis: exporting('保存诊断信息', 'manageOffice')
    .input(z.object({ diagnosisUid: uidSchema }))
    .output(type<{ jobUid: string }>()),
};

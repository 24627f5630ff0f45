import { type } from '@orpc/contract';
import * as z from 'zod';
import { nameSchema, textSchema } from './fields.ts';
import { final, read, reversible, service } from './operation.ts';

/** A city of the bundled table of administrative divisions. */
export interface CityChoice {
  code: string;
  name: string;
  province: string;
  counties: number;
  townships: number;
}

export interface OfficeSettings {
  name: string;
  cityName: string;
  cityCode: string | null;
  exportFolder: string;
}

const settingFields = { name: nameSchema('办公室名称', 60), exportFolder: textSchema('导出文件夹', 500) };

export const office = {
  searchCities: service('查找城市', 'open')
    .input(z.object({ text: z.string().max(30) }))
    .output(type<CityChoice[]>()),
  setUp: final('建立办公室', 'open')
    .input(
      z.object({
        officeName: nameSchema('办公室名称', 60),
        userName: nameSchema('姓名', 30),
        cityName: nameSchema('城市名称', 30),
        /** Null: the city's organizations are entered or imported by hand. */
        cityCode: z
          .string()
          .regex(/^\d{2,6}$/)
          .nullable(),
        memberUnits: z.boolean(),
      }),
    )
    .output(type<{ counties: number; townships: number }>()),
  settings: read('办公室设置', 'signedIn').output(type<OfficeSettings>()),
  update: reversible('修改办公室设置', 'manageOffice')
    .input(
      z.object({
        ...settingFields,
        /** What stood there before, for a page where another one may have changed it meanwhile. */
        base: z.object(settingFields).optional(),
      }),
    )
    .output(type<OfficeSettings>()),
};

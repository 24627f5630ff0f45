/*
 * Draws icon.png and icon.ico out of icon.svg; both are kept beside it.
 *
 *   node main/launch.mjs run resources/icon/make.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '#main/hosts/app-window.ts';

const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256];
/** electron-builder makes the smaller ones for Linux of it. */
const PNG_SIZE = 512;

const svg = readFileSync(join(import.meta.dirname, 'icon.svg'), 'utf8');
const executablePath = findBrowser();
if (executablePath === null) throw new Error('no browser to draw with; name one by CHROMIUM_PATH');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const page = await browser.newPage();

async function draw(size: number): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
  return page.screenshot({ omitBackground: true });
}

/** An icon file whose pictures are PNG, as Windows takes them since Vista. */
function packIco(pictures: { size: number; bytes: Buffer }[]): Buffer {
  const [headerBytes, entryBytes] = [6, 16];
  const header = Buffer.alloc(headerBytes + entryBytes * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  for (const [index, { size, bytes }] of pictures.entries()) {
    const at = headerBytes + entryBytes * index;
    // 0 stands for 256.
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(bytes.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += bytes.length;
  }
  return Buffer.concat([header, ...pictures.map(({ bytes }) => bytes)]);
}

const pictures: { size: number; bytes: Buffer }[] = [];
for (const size of ICO_SIZES) pictures.push({ size, bytes: await draw(size) });
writeFileSync(join(import.meta.dirname, 'icon.ico'), packIco(pictures));
writeFileSync(join(import.meta.dirname, 'icon.png'), await draw(PNG_SIZE));
await browser.close();

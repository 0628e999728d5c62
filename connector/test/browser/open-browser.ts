import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import packaged from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

/** Debian's, where the packaged one cannot run. */
const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A folder with the fonts that come with the packaged browser: a bare machine has none that resemble Salesforce's. */
function fonts(): string {
    const dir = path.join(os.tmpdir(), 'quo-browser-fonts');
    if (fs.existsSync(path.join(dir, 'fonts'))) return dir;
    fs.mkdirSync(dir, { recursive: true });
    const archive = path.resolve(import.meta.dirname, '../../../node_modules/@sparticuz/chromium/bin/fonts.tar.br');
    fs.writeFileSync(path.join(dir, 'fonts.tar'), brotliDecompressSync(fs.readFileSync(archive)));
    execFileSync('tar', ['-xf', 'fonts.tar'], { cwd: dir });
    const config = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${dir}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${dir}/cache</cachedir></fontconfig>`;
    fs.writeFileSync(path.join(dir, 'fonts.conf'), config);
    return dir;
}

/** Starts a browser that the test command brings itself. @throws {Error} when neither it nor a system one starts */
export async function openBrowser(): Promise<Browser> {
    const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--hide-scrollbars', '--mute-audio'];
    const autoplay = '--autoplay-policy=no-user-gesture-required';
    const system = SYSTEM.find((file) => fs.existsSync(file));
    const isPackaged = process.platform === 'linux' && process.arch === 'x64';
    const executablePath = isPackaged ? await packaged.executablePath() : system;
    if (executablePath === undefined) throw new Error('No browser: install Chromium (apt-get install chromium).');
    const env = { ...process.env, FONTCONFIG_PATH: fonts(), FONTCONFIG_FILE: path.join(fonts(), 'fonts.conf') };
    return chromium.launch({
        executablePath,
        headless: true,
        args: [...args, autoplay],
        env
    });
}

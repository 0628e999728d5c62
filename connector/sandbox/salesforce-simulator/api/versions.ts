import type { Answer } from './exchange.ts';

/** `GET /services/data`: the versions, without a session. */
export function listVersions(newest: string): Answer {
    const versions = Array.from({ length: Number(newest) - OLDEST + 1 }, (_, index) => OLDEST + index);
    return {
        status: 200,
        body: versions.map((version) => ({
            label: labelOf(version),
            url: `/services/data/v${version}.0`,
            version: `${version}.0`
        }))
    };
}

/** Versions before 31 were retired in Summer '25. */
const OLDEST = 31;

/** Whether an org whose newest version is `newest` answers under this one, both as `68.0`. */
export function isOffered(version: string, newest: string): boolean {
    return /^[1-9]\d*\.0$/.test(version) && Number(version) >= OLDEST && Number(version) <= Number(newest);
}

const SEASONS = ['Winter', 'Spring', 'Summer'];

/** 66 is Spring '26, 67 Summer '26, 68 Winter '27. */
function labelOf(version: number): string {
    const releases = version - 65;
    const season = SEASONS[((releases % 3) + 3) % 3] as string;
    return `${season} '${26 + Math.floor(releases / 3)}`;
}

import { test } from 'node:test';
import { loadPackage } from 'salesforce-metadata/package-model.ts';
import type { SourceTree } from 'salesforce-metadata/source-tree.ts';
import { checkPermissionSetGroups } from '../../../scripts/metadata-check/references/permission-set-groups.ts';
import { assertFound, corrupt, newFaults } from './corrupt.ts';

const check = (tree: SourceTree) => checkPermissionSetGroups(loadPackage(tree));
const MANAGER = 'permissionsetgroups/Quo_Manager_Role.permissionsetgroup-meta.xml';

const CORRUPTED: readonly [string, string | RegExp, string, RegExp][] = [
    ['a set that is not there', 'Quo_User<', 'Quo_Reps<', /holds Quo_Reps, which is not there/],
    ['a set twice', 'Quo_User<', 'Quo_Manager<', /holds Quo_Manager twice/],
    [
        'the right to listen',
        'Quo_User<',
        'Quo_Recording_Listener<',
        /holds Quo_Recording_Listener, which no role brings/
    ],
    ['no set', /\s*<permissionSets>.*<\/permissionSets>/gs, '', /holds no permission set/],
    ['what is not calculated', '>Updated<', '>Outdated<', /is not Updated/]
];

for (const [what, from, to, message] of CORRUPTED)
    test(`finds a permission set group with ${what}`, () =>
        assertFound(newFaults(check, corrupt(MANAGER, from, to)), message));

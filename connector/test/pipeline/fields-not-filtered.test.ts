import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KEYS } from '../../src/contracts/key-value.ts';
import { refreshDirectory } from '../../src/pipeline/refresh-directory.ts';
import { bench } from './pipeline-harness.ts';

test('a refresh of the directory keeps, for who looks, which phone fields cannot be filtered, until they can', async () => {
    const it = await bench();
    for (const fields of [['Contact.Phone', 'Lead.Phone'], []]) {
        it.org.fieldsNotFiltered = async () => fields;
        await refreshDirectory(it.context, it.connection);
        const kept = await it.context.store.memory.get(it.connection.id, KEYS.fieldsNotFiltered);
        assert.deepEqual(kept?.value, fields);
    }
});

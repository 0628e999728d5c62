import 'test/without-use';
import QuoTask from 'c/quoTask';
import { graphql } from 'lightning/graphql';
import { getObjectInfos } from 'lightning/uiObjectInfoApi';
import { mount } from 'test/mount';
import { objectInfos } from 'test/objectInfos';

test('for whoever does not use Quo, nothing is asked and nothing shown', async () => {
    const element = await mount('c-quo-task', QuoTask, { recordId: '00T000000000001AAA' });
    getObjectInfos.emit(objectInfos());
    await settled();
    expect([graphql.getLastConfig().query, element.shadowRoot?.childElementCount]).toEqual([undefined, 0]);
});

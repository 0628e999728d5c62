import 'test/without-use';
import QuoTimeline from 'c/quoTimeline';
import { labelsFor } from 'test/labels';
import { find, mount } from 'test/mount';

test('whoever lacks the permission is told which one, and nothing is asked', async () => {
    const labels = labelsFor('timeline');
    const element = await mount('c-quo-timeline', QuoTimeline, { recordId: '003000000000001AAA' });
    expect(find(element, 'c-quo-timeline-data')).toBeNull();
    expect(find(element, '.no-permission')).toMatchObject({
        sentence: labels.noPermission,
        remedy: labels.noPermissionRemedy
    });
    await expect(element).toBeAccessible();
});

import 'test/without-listen';
import QuoPlayButton from 'c/quoPlayButton';
import { mount } from 'test/mount';

test('whoever may not listen has no button in a closed row', async () => {
    const url = 'https://connector.test/recordings/AC1';
    const element = await mount('c-quo-play-button', QuoPlayButton, { url, name: 'Jean' });
    expect(element.shadowRoot?.childElementCount).toBe(0);
});

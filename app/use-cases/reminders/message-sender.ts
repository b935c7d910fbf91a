import type { AppContext } from '#app/context.ts';
import type { MessageSender } from '#app/domain/reminders/render-message.ts';

/** Who messages to participants come from here, as the settings say. */
export function messageSender({ config }: Pick<AppContext, 'config'>): MessageSender {
	return { name: config.mailFrom.name, phone: config.officePhone };
}

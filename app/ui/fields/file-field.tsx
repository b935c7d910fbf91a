import type { FormState } from '#app/ui/form-state.ts';
import { FileUpload, type FileUploadProps } from '#app/ui/forms/file-upload.tsx';

type FileFieldProps = { readonly form: FormState } & Omit<FileUploadProps, 'id' | 'form' | 'error'>;

/** A chosen file cannot be kept by a page: after an error it has to be chosen again. */
export function FileField({ form, ...props }: FileFieldProps) {
	return <FileUpload error={form.errors[props.name]} {...props} />;
}

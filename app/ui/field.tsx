import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { Icon } from './icon.tsx';

type Labelled = {
  /** Also the id of the control, so the error summary can link to it. */
  name: string;
  label: string;
  help?: ReactNode;
  /** the sentence that says how to put it right */
  wrong?: string;
  required?: boolean;
  /** a word beside the label of a field that may stay empty */
  optional?: string;
};

type TextFieldProps = Labelled & Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'name' | 'required'>;
type TextAreaProps = Labelled & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id' | 'name' | 'required'>;
type SelectProps = Labelled &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id' | 'name' | 'required' | 'children'> & {
    options: Array<{ value: string; label: string }>;
    /** the first, empty choice */
    placeholder?: string;
  };
type FieldSetProps = Labelled & { children: ReactNode };

export function TextField({ name, label, help, wrong, required, optional, ...rest }: TextFieldProps) {
  const labelled = { name, label, help, wrong, required, optional };
  return (
    <div className="field">
      <Label {...labelled} />
      <input type="text" {...rest} {...wiring(labelled)} />
    </div>
  );
}

export function TextArea({ name, label, help, wrong, required, optional, ...rest }: TextAreaProps) {
  const labelled = { name, label, help, wrong, required, optional };
  return (
    <div className="field">
      <Label {...labelled} />
      <textarea {...rest} {...wiring(labelled)} />
    </div>
  );
}

export function Select(props: SelectProps) {
  const { name, label, help, wrong, required, optional, options, placeholder, ...rest } = props;
  const labelled = { name, label, help, wrong, required, optional };
  return (
    <div className="field">
      <Label {...labelled} />
      <select {...rest} {...wiring(labelled)}>
        {placeholder && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Several checks under one question. */
export function FieldSet({ children, ...labelled }: FieldSetProps) {
  return (
    <fieldset className="field" id={labelled.name} aria-describedby={describedBy(labelled)}>
      <legend className="field__label">
        {labelled.label}
        <Need {...labelled} />
      </legend>
      <Hints {...labelled} />
      {children}
    </fieldset>
  );
}

function Label(labelled: Labelled) {
  return (
    <>
      <label className="field__label" htmlFor={labelled.name}>
        {labelled.label}
        <Need {...labelled} />
      </label>
      <Hints {...labelled} />
    </>
  );
}

function Need({ required, optional }: Labelled) {
  if (required) return <span className="req">必須</span>;
  return optional ? <span className="opt">{optional}</span> : null;
}

function Hints({ name, help, wrong }: Labelled) {
  return (
    <>
      {help && (
        <p className="help" id={`${name}-help`}>
          {help}
        </p>
      )}
      {wrong && (
        <p className="wrong" id={`${name}-wrong`}>
          <Icon name="stop" />
          <span>{wrong}</span>
        </p>
      )}
    </>
  );
}

// The browser's own `required` would stop the form with a bubble that vanishes; the server's sentence stays.
function wiring(labelled: Labelled) {
  return {
    id: labelled.name,
    name: labelled.name,
    'aria-required': labelled.required || undefined,
    'aria-invalid': labelled.wrong ? true : undefined,
    'aria-describedby': describedBy(labelled),
  };
}

function describedBy({ name, help, wrong }: Labelled): string | undefined {
  const ids = [wrong ? `${name}-wrong` : '', help ? `${name}-help` : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

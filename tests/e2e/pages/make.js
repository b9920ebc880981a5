// @ts-check
// Nodes without innerHTML, which the strict policy forbids.

/**
 * @param {string} name
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {string} text
 * @param {() => void} act
 */
export function control(name, attributes, text, act) {
  const made = make(name, attributes, text);
  made.addEventListener('click', (event) => {
    event.preventDefault();
    act();
  });
  return made;
}

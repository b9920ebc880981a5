// The note box as a controlled input of the real React: what it shows is React's state, and nothing else.
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

const LIMIT = Number(new URLSearchParams(location.search).get('limit') ?? 200);

function Invitation() {
  const [note, setNote] = useState('');
  return (
    <div className="send-invite" role="dialog" aria-labelledby="send-invite-modal">
      <h2 id="send-invite-modal">Add a note to your invitation</h2>
      <div className="relative">
        <label htmlFor="custom-message">A personal note</label>
        <textarea id="custom-message" name="message" rows={6} cols={50} autoFocus value={note} onChange={(event) => setNote(event.target.value)} />
        <div>
          <span className="counter">
            {note.length}/{LIMIT}
          </span>
        </div>
      </div>
      <button type="button" disabled={note.length === 0 || note.length > LIMIT}>
        Send
      </button>
      <output id="state">{note}</output>
    </div>
  );
}

const root = document.body.appendChild(document.createElement('div'));
createRoot(root).render(<Invitation />);

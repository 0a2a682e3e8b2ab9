(* Strategy for WP's search: unfolds the predicates and logic functions named in $UNFOLD (separated by commas), first in what is
   to be shown, then in what is known. Solvers find it hard to read memory through the calls that changed other parts of it, while
   WP's own simplifier does that at once for a single field: so a predicate over many fields of a structure is shown by unfolding.

     ocamlopt -I /usr/lib/frama-c -I /usr/lib/frama-c/plugins -I /usr/lib/ocaml/zarith -shared -o unfold.cmxs unfold.ml
     UNFOLD=same_place,output_valid frama-c -load-module unfold.cmxs ... -wp-prover tip,cvc4 -wp-auto unfold -wp-auto-depth 25

   The scripts that the search writes to the session (script/GOAL.json) need no strategy: they go to proofs/session/script. *)
open Wp
open Lang.F

let named =
  let names = String.split_on_char ',' (try Sys.getenv "UNFOLD" with Not_found -> "") in
  fun f -> List.exists (fun name -> f = "P_" ^ name || f = "L_" ^ name) names

let unfolds e =
  match repr e with Qed.Logic.Fun (f, _) -> named (Format.asprintf "%a" Lang.Fun.pretty f) | _ -> false

exception Found of term

(* The first subterm of e that is to be unfolded. *)
let find e =
  let seen = Hashtbl.create 97 in
  let rec look e =
    if not (Hashtbl.mem seen (QED.id e)) then begin
      Hashtbl.add seen (QED.id e) ();
      if unfolds e && QED.lc_closed e then raise (Found e);
      QED.lc_iter look e
    end
  in
  try look e; None with Found found -> Some found

let unfold push priority clause p =
  match find (e_prop p) with
  | None -> false
  | Some e ->
    let selection = if e == e_prop p then Tactical.Clause clause else Tactical.Inside (clause, e) in
    push (Strategy.make (Tactical.lookup ~id:"Wp.unfold") ~priority selection);
    true

let () =
  Strategy.register
    (object
       method id = "unfold"
       method title = "Unfold"
       method descr = "Unfolds the predicates and logic functions of $UNFOLD"

       method search push (hypotheses, goal) =
         if not (unfold push 10. (Tactical.Goal goal) goal) then
           Conditions.iter
             (fun step ->
                match step.Conditions.condition with
                | Have p | When p | Init p | Core p | Type p -> ignore (unfold push 1. (Tactical.Step step) p)
                | _ -> ())
             hypotheses
     end)

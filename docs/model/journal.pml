/* The journal's write protocol: a commit, made by create-if-absent, is the only commit point
   (docs/adr/0002-journal-is-the-only-commit-point.md). check.sh runs it.

   Three replicas, two of them with the same retried operation X, the third with Y; X writes
   the streams a and b in one transaction, Y writes b. CR crashes and TO puts of unknown
   outcome (landing at once, late, or never) may happen anywhere. Checked: an operation is in at
   most one commit; positions of each stream are dense and in order; what was acknowledged
   is there; under weak fairness every replica ends.

   Where the code is: sync = Ledger.sync, put = Put, the decision = CommitLoop.commit, ack =
   CommitLoop.settle. Late() is the network. */
#define NC 3           /* commit numbers */
#define CR 2
#define TO 2
#define NONE 0
#define X 1
#define Y 2

/* Positions in streams a and b, from 1; 0 = the commit does not write that stream. */
typedef Commit { byte op; byte na; byte nb }
Commit J[NC]; byte head=0;
bool fl[9]; Commit flc[9];                    /* delayed puts, one a replica and number */
byte crashes=CR, tos=TO, acked[3], fin=0;
byte cnt[3];                                  /* commits that hold the operation */

inline create(zs,zo,za,zb) {
   J[zs].op=zo; J[zs].na=za; J[zs].nb=zb; head=head+1; cnt[zo]=cnt[zo]+1;
   assert(cnt[zo]==1);                        /* an operation occurs at most once */
   ha=0; hb=0; q=0;                           /* stream heads, again from the prefix */
   do
   :: q<zs -> if :: J[q].na>0 -> ha=J[q].na :: else fi; if :: J[q].nb>0 -> hb=J[q].nb :: else fi; q++
   :: else -> break
   od;
   assert(za==0 || za==ha+1); assert(zb==0 || zb==hb+1); ha=0; hb=0; q=0 }

/* A delayed put lands if the number is free, else it is refused; or it is dropped. */
inline land(zi) {
   t1=flc[zi].op; t2=flc[zi].na; t3=flc[zi].nb; t0=zi/3; fl[zi]=false; flc[zi].op=0; flc[zi].na=0; flc[zi].nb=0;
   if :: head==t0 -> create(t0,t1,t2,t3) :: skip fi; t0=0; t1=0; t2=0; t3=0 }

proctype Late() { byte ha,hb,q,t0,t1,t2,t3;
end: do
  :: atomic { fl[0] -> land(0) }
  :: atomic { fl[1] -> land(1) }
  :: atomic { fl[2] -> land(2) }
  :: atomic { fl[3] -> land(3) }
  :: atomic { fl[4] -> land(4) }
  :: atomic { fl[5] -> land(5) }
  :: atomic { fl[6] -> land(6) }
  :: atomic { fl[7] -> land(7) }
  :: atomic { fl[8] -> land(8) }
  od }

proctype Replica(byte me; byte op) {
  byte v,a,b,ha,hb,q; bool known; byte pa,pb;
start: v=0; a=0; b=0; known=false; pa=0; pb=0;
sync:  do
   :: atomic { v<head -> if :: J[v].na>0 -> a=J[v].na :: else fi; if :: J[v].nb>0 -> b=J[v].nb :: else fi;
               known = known || J[v].op==op; v++ }
   :: atomic { v==head -> break }             /* absent at v: may be stale at once */
   :: atomic { crashes>0 -> crashes--; goto crash }
   od;
   if :: known -> goto ack :: else fi;
   pa=(op==X -> a+1 : 0); pb=b+1;             /* decide */
put: if
   :: atomic { head==v -> create(v,op,pa,pb); goto ack }
   :: atomic { head==v && tos>0 -> tos--; fl[v*3+me]=true; flc[v*3+me].op=op; flc[v*3+me].na=pa; flc[v*3+me].nb=pb; goto put }
   :: atomic { head==v && tos>0 -> tos--; create(v,op,pa,pb); goto put }   /* landed, answer lost: occupied by my bytes */
   :: atomic { head>v && J[v].op==op -> goto ack }
#ifdef SAME_BATCH_ONE_FURTHER
   :: atomic { head>v && J[v].op!=op -> v++; goto put }                    /* the mistake that check.sh must find */
#else
   :: atomic { head>v && J[v].op!=op -> pa=0; pb=0; goto sync }            /* decide again */
#endif
   :: atomic { crashes>0 -> crashes--; goto crash }
   fi;
crash: if :: goto start :: atomic { fin++; goto done } fi;
ack: atomic { assert(cnt[op]==1); acked[me]=1; fin++ };
done: skip }

init { atomic { run Replica(0,X); run Replica(1,X); run Replica(2,Y); run Late() } }
ltl ends { <> (fin==3) }
